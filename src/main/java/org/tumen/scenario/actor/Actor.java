package org.tumen.scenario.actor;

import org.tumen.declare.Component;
import org.tumen.policy.PolicySpec;
import org.tumen.world.Role;

/** An actor as a scenario casts it: a record, registered for its role, one component of which is the policy. */
public interface Actor {
    /** Its ISO 3166-1 alpha-3 code, or the code by which CAMEO calls what is no country. */
    String iso3();

    /** Name in texts and pictures. */
    String label();

    /** How it decides. */
    PolicySpec policy();

    /** The same actor with another policy. */
    default Actor withPolicy(PolicySpec other) {
        return (Actor) Component.changed((Record) this, component -> component.type() == PolicySpec.class, other);
    }

    /** The part it plays. */
    default Role role() {
        return RoleKeys.role(getClass());
    }
}
