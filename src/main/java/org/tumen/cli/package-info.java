/** The commands: terminal input and output, and exit statuses. May use every other package. */
@org.jspecify.annotations.NullMarked
package org.tumen.cli;
