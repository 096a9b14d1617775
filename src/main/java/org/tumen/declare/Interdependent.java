package org.tumen.declare;

/**
 * Marks a parameter record whose numbers restrict each other beyond their ranges. They are not written in place: a run that
 * draws one makes the record anew, which checks them together.
 */
public interface Interdependent {}
