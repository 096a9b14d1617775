/**
 * Many-objective search: levers, objectives as statistics of runs, NSGA-II and NSGA-III of the MOEA Framework over keyed
 * draws, fronts and their hypervolume.
 */
@NullMarked
package org.tumen.analysis.search;

import org.jspecify.annotations.NullMarked;
