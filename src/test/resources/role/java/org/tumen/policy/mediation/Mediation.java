package org.tumen.policy.mediation;

import java.util.List;
import org.tumen.policy.Policy;
import org.tumen.policy.PolicyFamily;
import org.tumen.policy.PolicyProvider;
import org.tumen.world.Action;
import org.tumen.world.Role;

/** The policies of mediators. */
public final class Mediation implements PolicyFamily {
    private static final class Patient implements PolicyProvider<MediatorView, PatientParameters> {
        @Override
        public Role role() {
            return Role.MEDIATOR;
        }

        @Override
        public String type() {
            return "patient";
        }

        @Override
        public String description() {
            return "Invites when tension is high, a few times.";
        }

        @Override
        public Class<PatientParameters> parameters() {
            return PatientParameters.class;
        }

        @Override
        public Policy<MediatorView> create(PatientParameters p) {
            return (view, choice) -> view.record().tension() >= p.tension() && view.invitations() < p.most()
                    ? choice.certain("tension is high", Action.INVITE)
                    : choice.certain("waits", Action.STAY_AWAY);
        }
    }

    @Override
    public List<PolicyProvider<?, ?>> providers() {
        return List.of(new Patient());
    }
}
