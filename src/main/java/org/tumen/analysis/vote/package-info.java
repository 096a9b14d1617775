/**
 * The Council's voting model held against the record: an ordered logit as a likelihood over members' votes, penalised
 * maximum likelihood, predictions for drafts that a fit has not seen, and exact probabilities of a draft's outcome.
 * Pure functions; no input or output.
 *
 * <p>Uses the packages world (with its record) and analysis.score.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.vote;
