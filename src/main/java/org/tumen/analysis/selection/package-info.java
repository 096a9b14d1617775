/** Selection of the best among many arms with a stated probability, by runs that are given where they decide. */
@NullMarked
package org.tumen.analysis.selection;

import org.jspecify.annotations.NullMarked;
