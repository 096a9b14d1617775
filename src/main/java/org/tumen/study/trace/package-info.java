/** One run told: the run that is meant, what it came to in sentences and files, and what hung on a decision. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.trace;
