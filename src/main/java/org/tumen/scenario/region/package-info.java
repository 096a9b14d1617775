/**
 * The parameters of the region, the dialogue track and the stability index.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.scenario.region;
