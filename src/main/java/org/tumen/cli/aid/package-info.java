/**
 * Commands that help before and after a study: files to begin with, what differs, tables for other programs, figures for print, completion.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.cli.aid;
