package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ModelMap;

/**
 * What somebody does on a page: who, which page, what they typed, and the one way in which a form
 * takes effect. A handler takes an {@code Act} and at most two parts of the address:
 *
 * <pre>{@code
 * @PostMapping("/protect/cases/{id}/episodes")
 * String add(@PathVariable UUID id, Act act) {
 *   Episodes.Draft draft = draft(act.form());           // faults stay beside their fields
 *   return act.submit(
 *       () -> page(id, act),                            // the page again: 422 with what was typed
 *       () -> {                                         // once, in one transaction
 *         episodes.add(id, draft, act.who());
 *         act.notice("good", "episode.added");          // shown after the commit
 *         return "/protect/cases/" + id;                // where to go next
 *       });
 * }
 * }</pre>
 *
 * <p>A faulty form comes back with 422, a refusal of the house lands on its field in the same way,
 * and what a colleague saved in between comes back with 409 and both texts. What came back is kept,
 * so that neither the back button nor a switch of language loses it ({@link KeptForms}). For one
 * request, not to be shared.
 */
public final class Act extends Visit {
  /** Field of every form that says on which page it stands. */
  public static final String FORM_PAGE = "_form";

  private final OnceOnly once;
  private final Unsent unsent;
  private final Said said;
  private @Nullable Filled form;
  private String refusalsAt = "";
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
    this.unsent = new Unsent(kept, request.getRequestURI());
    this.said = new Said(request);
  }

  /** What was sent. */
  public Filled form() {
    if (form == null) {
      form = asked();
    }
    return form;
  }

  /**
   * The form as a page shows it first: what is stored or proposed, and over it what this reader
   * typed there and did not send. After a form that came back it is what was sent.
   */
  public Filled form(Filled stored) {
    if (form != null && !request.getMethod().equals("GET")) {
      return form;
    }
    form = Unsent.over(stored, first);
    return form;
  }

  /** The same where the stored values are single texts. */
  public Filled form(Map<String, String> stored) {
    return form(Filled.with(stored));
  }

  /** Gives the template something beside its view. */
  public Act with(String name, @Nullable Object value) {
    model.addAttribute(name, value);
    return this;
  }

  /** For a part that a page fetches by itself: its forms stand on that page. */
  public Act within(String address) {
    model.addAttribute(PAGE, unsent.at(address, this));
    return this;
  }

  /**
   * What was typed into one form of the page and not sent, by where it is sent to; for a page of
   * many forms that are alike.
   */
  public Filled unsent(String action) {
    return Unsent.of(action, page());
  }

  /** The template with its view. */
  public String show(String template, Object view) {
    model.addAttribute("view", view);
    return show(template);
  }

  /** A template without one; each that asks for {@code form} has what was typed or is proposed. */
  public String show(String template) {
    if (form != null && !model.containsAttribute("form")) {
      model.addAttribute("form", form);
    }
    return template;
  }

  /**
   * Says a sentence on the next page; within the work it is said only once that is committed.
   *
   * @param kind {@code good}, {@code warn} or {@code danger}
   */
  public void notice(String kind, String key, Object... arguments) {
    said(kind, text(key, arguments));
  }

  /** The same with the button that takes back what was done, while its offer stands. */
  public void undoable(UUID offer, String key, Object... arguments) {
    said.say(new Page.Notice("good", text(key, arguments), offer));
  }

  /** The same with a sentence that was put together. */
  public void said(String kind, String sentence) {
    said.say(new Page.Notice(kind, sentence, null));
  }

  /** Field beside which a refusal stands that names none itself. */
  public Act refusalsAt(String field) {
    refusalsAt = field;
    return this;
  }

  /**
   * Asks something before the work begins, unless the form was carried out before, and does
   * something after it, in the same transaction: a proof that is asked for and then spent.
   */
  public Act guarded(Runnable check, Runnable spent) {
    this.check = check;
    this.spent = spent;
    return this;
  }

  /**
   * Does the work once, in one transaction; for an act without fields of its own, such as a button.
   * What the house refuses is said on a page.
   *
   * @param work changes the store and says where to go next
   */
  public String once(Supplier<String> work) {
    said.begin();
    String led =
        once.run(
            form().once(),
            who(),
            check,
            () -> {
              unsent.forget(this);
              return said.within(
                  () -> {
                    String next = work.get();
                    spent.run();
                    return next;
                  });
            });
    said.committed();
    return led;
  }

  /** The same where it is known beforehand where to go next. */
  public String once(String next, Runnable work) {
    return once(
        () -> {
          work.run();
          return next;
        });
  }

  /**
   * Carries out a form, or shows it again.
   *
   * @param again the page with the form, which reads {@link #form()}
   * @param work changes the store and says where to go next
   */
  public String submit(Supplier<String> again, Supplier<String> work) {
    return submit(again, work, () -> Filled.with(Map.of()));
  }

  /** The same where it is known beforehand where to go next. */
  public String submit(Supplier<String> again, String next, Runnable work) {
    return submit(
        again,
        () -> {
          work.run();
          return next;
        });
  }

  /**
   * The same for what colleagues may change at the same time.
   *
   * @param stands what is stored now, asked for if somebody saved in between
   */
  public String submit(Supplier<String> again, Supplier<String> work, Supplier<Filled> stands) {
    Filled sent = form();
    if (!sent.errors().isEmpty()) {
      // sent twice, it may stumble over what its first sending changed
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
   * The page with its form again because the reader asked for more of it, such as empty rows: what
   * was typed stays, and nothing is faulty.
   */
  public String more(Supplier<String> again) {
    return back(again, 200);
  }

  /** Shows a page again because of what stands in its form: 422. */
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
    Unsent.page(form())
        .ifPresent(
            at -> {
              // as if the reader had stayed there: the language switch leads to a page, not to the
              // address that the form was sent to
              model.addAttribute(PAGE, page().at(at));
              if (first.who() != null) {
                unsent.keep(this, at);
              }
            });
    return again.get();
  }
}
