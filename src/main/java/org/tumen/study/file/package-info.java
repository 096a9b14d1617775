/** Study files to begin with, and what may stand in them, as a page and as templates: made from the kinds' declarations. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.file;
