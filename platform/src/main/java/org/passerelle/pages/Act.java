package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.language.Language;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.HandlerMapping;

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
public final class Act {
  /** Field of every form that says on which page it stands. */
  public static final String FORM_PAGE = "_form";

  private static final String PAGE = "page";
  private final Page page;
  private final ModelMap model;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final OnceOnly once;
  private final KeptForms kept;
  private @Nullable Filled asked;
  private @Nullable Filled form;
  private Page.@Nullable Notice notice;
  private String refusalsAt = "";
  private boolean working;
  private Runnable check = () -> {};
  private Runnable spent = () -> {};

  Act(
      ModelMap model,
      HttpServletRequest request,
      HttpServletResponse response,
      OnceOnly once,
      KeptForms kept) {
    this.page = (Page) java.util.Objects.requireNonNull(model.get(PAGE));
    this.model = model;
    this.request = request;
    this.response = response;
    this.once = once;
    this.kept = kept;
  }

  /**
   * Who acts.
   *
   * @throws NotFound if nobody is signed in
   */
  public SignedIn who() {
    return Optional.ofNullable(page.who()).orElseThrow(NotFound::new);
  }

  /** The page, with the language and the tokens. */
  public Page page() {
    return (Page) java.util.Objects.requireNonNull(model.get(PAGE));
  }

  /** The reader's language. */
  public Language language() {
    return page.language();
  }

  /** A string in the reader's language. */
  public String text(String key, Object... arguments) {
    return page.text(key, arguments);
  }

  /** What was sent. */
  public Filled form() {
    if (form == null) {
      form = asked();
    }
    return form;
  }

  /**
   * What the address of a page asks for: filters, a day, proposals for a form. Read apart from
   * {@link #form(Filled)}, which may hold what was typed before.
   */
  public Filled asked() {
    if (asked == null) {
      asked = Sent.fields(request);
    }
    return asked;
  }

  /**
   * A variable part of the address, by its name in the mapping; for one beyond the two that a
   * handler takes.
   */
  public String part(String name) {
    Object parts = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return parts instanceof Map<?, ?> all && all.get(name) instanceof String part ? part : "";
  }

  /**
   * The bytes of a file that was sent with the form; none if nothing was chosen. What was typed
   * beside it is kept like every form, the file itself is not.
   */
  public byte[] file(String name) {
    return Sent.file(request, name);
  }

  /**
   * The form as a page shows it first: what is stored or proposed, and over it what this reader
   * typed there and did not send. After a form that came back it is what was sent.
   */
  public Filled form(Filled stored) {
    if (form != null && !request.getMethod().equals("GET")) {
      return form;
    }
    List<KeptForms.Kept> unsent = page.kept();
    form = unsent.size() == 1 ? stored.typedOver(unsent.get(0).fields()) : stored;
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

  /** Lets this one page show what others refuse, such as pictures that stand within it. */
  public void policy(String contentPolicy) {
    response.setHeader("Content-Security-Policy", contentPolicy);
  }

  /** For a part that a page fetches by itself: its forms stand on that page. */
  public Act within(String address) {
    model.addAttribute(PAGE, page.at(address, kept.of(who(), address)));
    return this;
  }

  /**
   * What was typed into one form of the page and not sent, by where it is sent to; for a page of
   * many forms that are alike.
   */
  public Filled unsent(String action) {
    return page().kept().stream()
        .filter(typed -> typed.action().equals(action))
        .findFirst()
        .map(typed -> Filled.of(typed.fields()))
        .orElseGet(() -> Filled.with(Map.of()));
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
    said(kind, page.text(key, arguments));
  }

  /** The same with a sentence that was put together. */
  public void said(String kind, String sentence) {
    if (working) {
      notice = new Page.Notice(kind, sentence);
    } else {
      Notices.leave(request, kind, sentence);
    }
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

  /** Who acts, with the session that they act in. */
  public SignedInAuthentication signedIn() {
    if (request.getUserPrincipal() instanceof SignedInAuthentication signedIn) {
      return signedIn;
    }
    throw new NotFound();
  }

  /** The request, for what a page keeps in the session. */
  public HttpServletRequest request() {
    return request;
  }

  /**
   * Does the work once, in one transaction; for an act without fields of its own, such as a button.
   * What the house refuses is said on a page.
   *
   * @param work changes the store and says where to go next
   */
  public String once(Supplier<String> work) {
    notice = null;
    String led =
        once.run(
            form().once(),
            who(),
            check,
            () -> {
              formPage().ifPresent(at -> kept.forget(who(), at, request.getRequestURI()));
              working = true;
              try {
                String next = work.get();
                spent.run();
                return next;
              } finally {
                working = false;
              }
            });
    if (notice != null) {
      Notices.leave(request, notice.kind(), notice.text());
    }
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
    formPage()
        .ifPresent(
            at -> {
              // as if the reader had stayed there: the language switch leads to a page, not to the
              // address that the form was sent to
              model.addAttribute(PAGE, page.at(at));
              kept.keep(who(), at, request.getRequestURI(), form().all());
            });
    return again.get();
  }

  private Optional<String> formPage() {
    return Optional.of(form().shown(FORM_PAGE)).filter(KeptForms::isPath);
  }
}
