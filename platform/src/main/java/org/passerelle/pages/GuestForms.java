package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.PublicProcess;
import org.passerelle.language.Texts;
import org.springframework.stereotype.Component;

/**
 * Unsubmitted input of a guest, for the duration of the visit: guests have no account under which
 * it could be stored ({@link KeptForms}), so it is kept in the server session and ends with it.
 * Safe for concurrent use.
 */
@Component
@PublicProcess
public class GuestForms {
  private static final String KEY = "passerelle.guest-typed";
  private static final int MOST_FORMS = 8;
  private final TypedWords words;
  private final Clock clock;

  GuestForms(TypedWords words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  /**
   * Stores the current content of a form.
   *
   * @param action address of the form
   * @return false if there is nothing to store, or too much
   */
  public boolean keep(HttpServletRequest request, String action, Filled form) {
    HttpSession session = request.getSession(false);
    Map<String, List<String>> fields = KeptForms.worthKeeping(form.all());
    String page = form.shown(Act.FORM_PAGE);
    if (session == null
        || fields.isEmpty()
        || !KeptForms.isPath(page)
        || !KeptForms.isPath(action)) {
      return false;
    }
    Typed typed = typed(session);
    typed.forms.put(action, new Form(page, clock.instant(), new TreeMap<>(fields)));
    typed.forms.entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getValue().at, Comparator.reverseOrder()))
        .skip(MOST_FORMS)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(typed.forms::remove);
    session.setAttribute(KEY, typed);
    return true;
  }

  /** Unsubmitted input on a page, newest first. */
  List<KeptForms.Kept> of(HttpServletRequest request, String page, Texts texts) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(KEY) instanceof Typed typed)) {
      return List.of();
    }
    return typed.forms.entrySet().stream()
        .filter(one -> one.getValue().page.equals(page))
        .sorted(Comparator.comparing(one -> one.getValue().at, Comparator.reverseOrder()))
        .map(
            one ->
                new KeptForms.Kept(
                    one.getKey(),
                    one.getValue().at,
                    one.getValue().fields,
                    words.of(one.getKey(), one.getValue().fields, texts)))
        .toList();
  }

  /** Deletes the input: the form was submitted or the input discarded. */
  public void forget(HttpServletRequest request, String action) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(KEY) instanceof Typed typed) {
      typed.forms.remove(action);
      session.setAttribute(KEY, typed);
    }
  }

  /** Deletes all input at the start of another visit. */
  public static void forgetAll(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(KEY);
    }
  }

  private static Typed typed(HttpSession session) {
    return session.getAttribute(KEY) instanceof Typed there
        ? there
        : new Typed(new ConcurrentHashMap<>());
  }

  @SuppressWarnings("serial") // sessions stay in memory
  private record Typed(Map<String, Form> forms) implements Serializable {}

  @SuppressWarnings("serial")
  private record Form(String page, Instant at, Map<String, List<String>> fields)
      implements Serializable {}
}
