/**
 * Questions asked of scenarios: what every kind of study shares, from the file that states it and its one reader
 * to the result folder. The
 * kinds have sub-packages of their own and do not know each other; fronts start them through a
 * {@link org.tumen.study.StudySession}.
 *
 * <p>May use every package below: report, experiment, trace, eventdata and what those use. Knows no front.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.study;
