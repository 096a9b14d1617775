package org.tumen.policy.mediation;

import org.tumen.policy.View;

/** What a mediator knows beside the public record. */
public interface MediatorView extends View {
    /** Invitations so far. */
    int invitations();
}
