/**
 * How actors decide: a {@link org.tumen.policy.Policy} answers questions from the view of its role and nothing else.
 *
 * <p>The policies that come with the program are {@code quantal} (logit choice over the utilities of the model page),
 * {@code best_reply} (the same utilities without noise), {@code ladder} and {@code silent} for warners, {@code rates} and
 * {@code silent} for allies, {@code penholder} for the Council, {@code script} and {@code rules} for anybody. Others plug in
 * as {@link org.tumen.policy.PolicyProvider}s. Parameters are records that check themselves against the ranges declared on
 * them ({@link org.tumen.declare.Parameter}). Uses the packages draw, world and declare.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.policy;
