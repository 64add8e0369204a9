package org.passerelle.understand.grid.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.understand.grid.Grid;
import org.passerelle.understand.grid.Question;

/**
 * The page of a grid.
 *
 * @param names names of colleagues, by identifier
 */
public record GridPage(Grid grid, Map<UUID, String> names) {
  public GridPage {
    names = Map.copyOf(names);
  }

  /** The questions in order. */
  public List<Question> questions() {
    return Question.ALL;
  }

  /** Name of a colleague. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }
}
