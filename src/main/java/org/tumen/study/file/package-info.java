/** Study files: what may stand in them, and one reader for all kinds of study. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.file;
