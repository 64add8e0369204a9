package org.passerelle.approval;

import java.util.Set;
import org.passerelle.access.Role;

/**
 * An action on what the organisation exchanges with others, which two administrators always decide.
 */
public interface AdministratorsAct extends TwoPersonAct {
  @Override
  default boolean demanded() {
    return true;
  }

  @Override
  default Set<Role> deciders() {
    return Set.of(Role.ADMINISTRATOR);
  }
}
