/** What is known of a study while it runs, worked out when somebody looks. Uses the package study. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.interim;
