/** The local page: a server on loopback that offers the program's scenarios, runs, comparisons, traces and results to a browser. */
@NullMarked
package org.tumen.web;

import org.jspecify.annotations.NullMarked;
