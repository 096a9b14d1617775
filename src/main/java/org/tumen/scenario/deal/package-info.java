/**
 * The parameters of the deal and of how it becomes visible.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.scenario.deal;
