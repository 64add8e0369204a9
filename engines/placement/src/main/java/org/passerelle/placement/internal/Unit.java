package org.passerelle.placement.internal;

import java.util.List;
import org.passerelle.placement.Child;

/** Children placed together: siblings, or a single child. */
record Unit(List<Child> children) {
  Unit {
    children = List.copyOf(children);
  }

  int size() {
    return children.size();
  }

  /** Number of children with this urgency. */
  int urgent(int urgency) {
    return (int) children.stream().filter(c -> c.urgency() == urgency).count();
  }
}
