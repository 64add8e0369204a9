package org.passerelle.e2e;

import java.util.ArrayList;
import java.util.List;

/** What somebody sees who looks at a page that is open: what axe finds, texts, its width. */
final class Looked {
  private Looked() {}

  /** What is wrong with it, each with its path. */
  static List<String> at(Visitor visitor) {
    List<String> wrong = new ArrayList<>();
    EveryPageTest.problems(visitor).forEach(problem -> wrong.add(visitor.path() + ": " + problem));
    if (isTooWide(visitor)) {
      wrong.add(visitor.path() + " is wider than its screen");
    }
    return wrong;
  }

  /** Whether one has to scroll sideways. */
  static boolean isTooWide(Visitor visitor) {
    return (boolean)
        visitor
            .page()
            .evaluate(
                "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
  }
}
