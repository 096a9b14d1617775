/** Games between the actors: payoffs by simulation, best replies, equilibria. Uses the package study. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.game;
