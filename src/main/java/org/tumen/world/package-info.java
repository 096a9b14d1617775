/**
 * The vocabulary of the model: roles, actions and the questions they answer, events with their CAMEO codes, the stages
 * of a deal, votes, members and rosters of the Security Council, and what the public record shows.
 *
 * <p>This package uses no other package of the program.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.world;
