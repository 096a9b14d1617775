/**
 * Studies of many points: the runs of each, what they come to, and the tables of what was found about them, shared by sweeps,
 * sensitivity, scenario discovery and searches.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.study.points;
