package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.Refused;
import org.springframework.ui.ModelMap;

/**
 * A user's action on a page: user, page, submitted form, and the single way in which a form is
 * processed. A handler takes an {@code Act} and at most two path variables:
 *
 * <pre>{@code
 * @PostMapping("/protect/cases/{id}/episodes")
 * String add(@PathVariable UUID id, Act act) {
 * Episodes.Draft draft = draft(act.form());           // errors are kept beside their fields
 * return act.submit(
 * () -> page(id, act),                            // the page again: 422 with the input
 * () -> {                                         // once, in one transaction
 * episodes.add(id, draft, act.who());
 * act.notice("good", "episode.added");          // shown after the commit
 * return "/protect/cases/" + id;                // where to redirect
 * });
 * }
 * }</pre>
 *
 * <p>A form with errors is shown again with 422, a refusal is shown beside its field in the same
 * way, and a concurrent change by a colleague gives 409 with both texts. Input that was rejected is
 * kept, so that neither the back button nor a switch of language loses it ({@link KeptForms}). For
 * a single request, not thread-safe.
 */
public final class Act extends Visit {
  /** Hidden field of every form with the address of its page. */
  public static final String FORM_PAGE = "_form";

  private final OnceOnly once;
  private final UnsubmittedInput unsubmittedInput;
  private final PendingNotice pendingNotice;
  private @Nullable Filled form;
  private String refusalsAt = "";
  private boolean keeps = true;
  private Runnable check = () -> {};
  private Runnable spent = () -> {};

  Act(
      ModelMap model,
      HttpServletRequest request,
      HttpServletResponse response,
      OnceOnly once,
      KeptForms kept) {
    super(model, request, response);
    this.once = once;
    this.unsubmittedInput = new UnsubmittedInput(kept, request.getRequestURI());
    this.pendingNotice = new PendingNotice(request);
  }

  /** The submitted form. */
  public Filled form() {
    if (form == null) {
      form = asked();
    }
    return form;
  }

  /**
   * The form for display: stored or proposed values, overlaid with what this user typed there and
   * did not submit. After a rejected submission it is the submitted form.
   */
  public Filled form(Filled stored) {
    if (form != null && !request.getMethod().equals("GET")) {
      return form;
    }
    form = UnsubmittedInput.over(stored, first);
    return form;
  }

  /** The same for stored values that are single texts. */
  public Filled form(Map<String, String> stored) {
    return form(Filled.with(stored));
  }

  /** Passes the template a value besides its view. */
  public Act with(String name, @Nullable Object value) {
    model.addAttribute(name, value);
    return this;
  }

  /** For a fragment that a page loads by itself: its forms belong to that page. */
  public Act within(String address) {
    model.addAttribute(PAGE, unsubmittedInput.at(address, this));
    return this;
  }

  /**
   * Unsubmitted input of one form of the page, by the form's action; for a page with many similar
   * forms.
   */
  public Filled unsent(String action) {
    return UnsubmittedInput.of(action, page());
  }

  /** Renders a template with its view. */
  public String show(String template, Object view) {
    model.addAttribute("view", view);
    return show(template);
  }

  /**
   * Renders a template without a view; a template that needs {@code form} gets the input or the
   * proposed values.
   */
  public String show(String template) {
    if (form != null && !model.containsAttribute("form")) {
      model.addAttribute("form", form);
    }
    return template;
  }

  /**
   * Shows a notice on the next page; called within the work, it is shown only after the commit.
   *
   * @param kind {@code good}, {@code warn} or {@code danger}
   */
  public void notice(String kind, String key, Object... arguments) {
    said(kind, text(key, arguments));
  }

  /** The same with an undo button, while the undo is available. */
  public void undoable(UUID offer, String key, Object... arguments) {
    pendingNotice.say(new Page.Notice("good", text(key, arguments), offer));
  }

  /** The same with a text composed by the caller. */
  public void said(String kind, String sentence) {
    pendingNotice.say(new Page.Notice(kind, sentence, null));
  }

  /** The field beside which a refusal without a field is shown. */
  public Act refusalsAt(String field) {
    refusalsAt = field;
    return this;
  }

  /**
   * What was typed is shown again with its errors and stored nowhere. The form in the template says
   * {@code data-keep="no"}, so that it is not kept while it is typed either.
   */
  public Act keepsNothing() {
    keeps = false;
    return this;
  }

  /**
   * Runs a check before the work, unless the form was processed before, and an action after it in
   * the same transaction: for a proof that is required and then consumed.
   */
  public Act guarded(Runnable check, Runnable spent) {
    this.check = check;
    this.spent = spent;
    return this;
  }

  /**
   * Does the work once, in one transaction; for an action without fields of its own, such as a
   * button. A refusal is shown on an error page, and so is a field that was found wrong, whether it
   * was read before the work or within: nothing is done with half of what was sent.
   *
   * @param work changes the data and returns where to redirect
   */
  public String once(Supplier<String> work) {
    if (!form().errors().isEmpty()) {
      return ledTo().orElseThrow(this::faulty);
    }
    pendingNotice.begin();
    String led =
        once.run(
            form().once(),
            who(),
            check,
            () -> {
              unsubmittedInput.forget(this);
              return pendingNotice.within(
                  () -> {
                    String next = work.get();
                    if (!form().errors().isEmpty()) {
                      throw faulty();
                    }
                    spent.run();
                    return next;
                  });
            });
    pendingNotice.committed(key -> text(key));
    return led;
  }

  private Refused faulty() {
    FormErrors.Problem first = form().errors().all().get(0);
    return new Refused(first.key(), first.arguments().toArray()).at(first.field());
  }

  /** The same with a fixed redirect. */
  public String once(String next, Runnable work) {
    return once(
        () -> {
          work.run();
          return next;
        });
  }

  /**
   * Processes a form, or shows it again.
   *
   * @param again the page with the form, which reads {@link #form()}
   * @param work changes the data and returns where to redirect
   */
  public String submit(Supplier<String> again, Supplier<String> work) {
    return submit(again, work, () -> Filled.with(Map.of()));
  }

  /** The same with a fixed redirect. */
  public String submit(Supplier<String> again, String next, Runnable work) {
    return submit(
        again,
        () -> {
          work.run();
          return next;
        });
  }

  /**
   * The same for data that colleagues may change concurrently.
   *
   * @param stands current stored values, read if somebody saved in between
   */
  public String submit(Supplier<String> again, Supplier<String> work, Supplier<Filled> stands) {
    Filled sent = form();
    if (!sent.errors().isEmpty()) {
      // the second of two submissions may fail because of what the first one changed
      return ledTo().orElseGet(() -> back(again, 422));
    }
    try {
      return once(work);
    } catch (Refused refused) {
      sent.errors().add(refused.field().isEmpty() ? refused.at(refusalsAt) : refused);
      return back(again, 422);
    } catch (ChangedMeanwhile changed) {
      sent.changedMeanwhile(changed.current(), stands.get());
      return back(again, 409);
    }
  }

  /**
   * Shows the page with its form again because the user asked for more fields, such as empty rows:
   * the input is kept, and there is no error.
   */
  public String more(Supplier<String> again) {
    return back(again, 200);
  }

  /** Shows a page again because of an error in its form: 422. */
  public String again(Supplier<String> page) {
    return back(page, 422);
  }

  private Optional<String> ledTo() {
    return form().shown("_once").isEmpty()
        ? Optional.empty()
        : once.ledTo(form().once(), who()).map(to -> "redirect:" + to);
  }

  private String back(Supplier<String> again, int status) {
    response.setStatus(status);
    UnsubmittedInput.page(form())
        .ifPresent(
            at -> {
              // as if the user had stayed there: the language switch needs the page's address, not
              // the form's action
              model.addAttribute(PAGE, page().at(at));
              if (keeps && first.who() != null) {
                unsubmittedInput.keep(this, at);
              }
            });
    return again.get();
  }
}
