package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The notice of an action for the next page: shown at once, or, if given within the work, only
 * after the commit. For a single request, not thread-safe.
 */
final class PendingNotice {
  private final HttpServletRequest request;
  private Page.@Nullable Notice waiting;
  private boolean working;

  PendingNotice(HttpServletRequest request) {
    this.request = request;
  }

  void say(Page.Notice notice) {
    if (working) {
      waiting = notice;
    } else {
      Notices.leave(request, notice);
    }
  }

  /** Discards notices before new work begins. */
  void begin() {
    waiting = null;
  }

  /** Runs the work and holds its notices back. */
  String within(Supplier<String> work) {
    working = true;
    try {
      return work.get();
    } finally {
      working = false;
    }
  }

  /** Publishes the notices after the commit. */
  void committed() {
    if (waiting != null) {
      Notices.leave(request, waiting);
    }
  }
}
