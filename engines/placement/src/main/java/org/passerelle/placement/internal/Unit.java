package org.passerelle.placement.internal;

import java.util.List;
import org.passerelle.placement.Child;

/** Who goes together: brothers and sisters, or somebody alone. */
record Unit(List<Child> children) {
  Unit {
    children = List.copyOf(children);
  }

  int size() {
    return children.size();
  }

  /** How many are as urgent. */
  int urgent(int urgency) {
    return (int) children.stream().filter(c -> c.urgency() == urgency).count();
  }
}
