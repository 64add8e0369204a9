package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sentence that an act says on the next page: at once, or, said within the work, only when that
 * is committed. For one request, not to be shared.
 */
final class Said {
  private final HttpServletRequest request;
  private Page.@Nullable Notice waiting;
  private boolean working;

  Said(HttpServletRequest request) {
    this.request = request;
  }

  void say(Page.Notice notice) {
    if (working) {
      waiting = notice;
    } else {
      Notices.leave(request, notice);
    }
  }

  /** Nothing is said yet of the work that begins. */
  void begin() {
    waiting = null;
  }

  /** Does the work; what it says waits. */
  String within(Supplier<String> work) {
    working = true;
    try {
      return work.get();
    } finally {
      working = false;
    }
  }

  /** Says what waited. */
  void committed() {
    if (waiting != null) {
      Notices.leave(request, waiting);
    }
  }
}
