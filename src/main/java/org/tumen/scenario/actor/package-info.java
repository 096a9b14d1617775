/**
 * The actors as a scenario casts them, one record for each role, and their parameters. Uses the packages policy and
 * ballot.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.scenario.actor;
