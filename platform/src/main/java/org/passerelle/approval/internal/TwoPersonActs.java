package org.passerelle.approval.internal;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.TwoPersonAct;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of action that need two persons, as declared by the modules. */
@Component
class TwoPersonActs {
  // lazy: actions depend on approvals themselves
  private final ObjectProvider<TwoPersonAct> acts;

  TwoPersonActs(ObjectProvider<TwoPersonAct> acts) {
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
                    No kind of action %s needs approval by a second person.
                    Maybe its bean of TwoPersonAct is missing."""
                        .formatted(kind)));
  }

  /** Whether the user's session has a role that may decide such an action. */
  static boolean mayDecide(SignedIn who, TwoPersonAct act) {
    return who.is(act.deciders().toArray(Role[]::new));
  }
}
