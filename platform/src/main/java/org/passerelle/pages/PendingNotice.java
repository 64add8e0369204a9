package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The notice of an action for the next page: shown at once, or, if given within the work, only
 * after the commit. If none is given, the sentence that the handler is {@link Notices.Confirmed}
 * by. For a single request, not thread-safe.
 */
final class PendingNotice {
  private final HttpServletRequest request;
  private Page.@Nullable Notice waiting;
  private boolean working;
  private boolean said;

  PendingNotice(HttpServletRequest request) {
    this.request = request;
  }

  void say(Page.Notice notice) {
    said = true;
    if (working) {
      waiting = notice;
    } else {
      Notices.leave(request, notice);
    }
  }

  /** Discards notices before new work begins. */
  void begin() {
    waiting = null;
    said = false;
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

  /**
   * Publishes the notices after the commit.
   *
   * @param words text of a key in the user's language
   */
  void committed(UnaryOperator<String> words) {
    if (waiting != null) {
      Notices.leave(request, waiting);
    } else if (!said
        && request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
            instanceof HandlerMethod handler) {
      Notices.Confirmed confirmed = handler.getMethodAnnotation(Notices.Confirmed.class);
      if (confirmed != null && !confirmed.value().isEmpty()) {
        Notices.leave(request, new Page.Notice("good", words.apply(confirmed.value()), null));
      }
    }
  }
}
