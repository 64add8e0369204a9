package org.passerelle.approval.internal;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.TwoPersonAct;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of acts that take two persons, as the modules declare them. */
@Component
class KnownActs {
  // acts ask for approvals themselves, so that they are fetched only when needed
  private final ObjectProvider<TwoPersonAct> acts;

  KnownActs(ObjectProvider<TwoPersonAct> acts) {
    this.acts = acts;
  }

  List<TwoPersonAct> all() {
    return acts.stream().toList();
  }

  Optional<TwoPersonAct> find(String kind) {
    return acts.stream().filter(a -> a.kind().equals(kind)).findFirst();
  }

  TwoPersonAct get(String kind) {
    return find(kind)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    """
                    No kind of act %s takes two persons.
                    Maybe its bean of TwoPersonAct is missing."""
                        .formatted(kind)));
  }

  /** Whether somebody's session holds a role that decides such acts. */
  static boolean mayDecide(SignedIn who, TwoPersonAct act) {
    return who.is(act.deciders().toArray(Role[]::new));
  }
}
