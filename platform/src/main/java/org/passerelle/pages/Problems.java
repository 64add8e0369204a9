package org.passerelle.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.PublicProcess;
import org.passerelle.audit.AuditLog;
import org.passerelle.gate.EarlyRejection;
import org.passerelle.gate.TipDoor;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.ParentRowGone;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Converts failures into error pages: a sentence for the user, and the details in the log under a
 * reference number for the operator.
 */
@Component
@PublicProcess
public class Problems {
  /** Lists that everybody may open: what was withdrawn from one leads back to it. */
  private static final List<String> PUBLIC = List.of("/letters", "/figures", "/reports");

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int SHOWN = 40;

  private final PageAdvice pages;
  private final Identifiers identifiers;
  private final TypedWords words;

  Problems(PageAdvice pages, Identifiers identifiers, TypedWords words) {
    this.pages = pages;
    this.identifiers = identifiers;
    this.words = words;
  }

  /** The page for an exception. */
  public ModelAndView page(Throwable failure, HttpServletRequest request) {
    if (failure instanceof NotFound
        || failure instanceof MethodArgumentTypeMismatchException
        || ParentRowGone.is(failure)) {
      return page(request, HttpStatus.NOT_FOUND, "not-found");
    }
    if (failure instanceof Refused refused) {
      Page page = pages.problemOf(request);
      String sentence = page.text(refused.key(), refused.arguments());
      return view(
          request,
          HttpStatus.CONFLICT,
          page.text("problem.refused.title"),
          sentence,
          "",
          typed(request));
    }
    if (failure instanceof ChangedMeanwhile) {
      return page(request, HttpStatus.CONFLICT, "changed");
    }
    if (failure instanceof AuditLog.AuditUnavailable) {
      return logged(failure, request, HttpStatus.SERVICE_UNAVAILABLE, "audit");
    }
    if (failure instanceof Vault.KeyDestroyed) {
      return page(request, HttpStatus.GONE, "erased");
    }
    if (failure instanceof MaxUploadSizeExceededException) {
      return page(request, HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }
    if (failure instanceof MultipartException) {
      return page(request, HttpStatus.BAD_REQUEST, "upload");
    }
    if (failure instanceof ServletRequestBindingException) {
      return page(request, HttpStatus.BAD_REQUEST, "incomplete");
    }
    if (failure instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
      return status(response.getStatusCode(), request);
    }
    // a commit that fails, or a transaction that cannot begin: the disk is full, or the database
    // gone
    if (failure instanceof DataAccessException
        || failure instanceof CannotCreateTransactionException
        || failure instanceof TransactionSystemException) {
      return logged(failure, request, HttpStatus.SERVICE_UNAVAILABLE, "storage");
    }
    return logged(failure, request, HttpStatus.INTERNAL_SERVER_ERROR, "unexpected");
  }

  /** The page for a rejected request. */
  public ModelAndView turnedAway(EarlyRejection why, HttpServletRequest request) {
    return page(request, why.status(), why.problem());
  }

  /** The page for a bare status, if there is no exception. */
  public ModelAndView status(HttpStatusCode status, HttpServletRequest request) {
    if (status.value() == 404 || status.value() == 405) {
      return page(request, HttpStatus.NOT_FOUND, "not-found");
    }
    if (status.value() == 413) {
      return page(request, HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }
    return page(
        request,
        HttpStatus.valueOf(status.value()),
        status.is4xxClientError() ? "incomplete" : "unexpected");
  }

  /**
   * The page was open too long: its token is no longer valid. The input is shown, so that it is not
   * lost, and a link leads back to the form, which contains the stored input.
   */
  public ModelAndView stale(HttpServletRequest request) {
    Page page = pages.problemOf(request);
    return view(
        request,
        HttpStatus.FORBIDDEN,
        page.text("problem.stale.title"),
        page.text("problem.stale.sentence"),
        "",
        typed(request),
        Optional.ofNullable(request.getParameter(Act.FORM_PAGE))
            .filter(KeptForms::isPath)
            .orElseGet(() -> back(request)));
  }

  private ModelAndView page(HttpServletRequest request, HttpStatus status, String key) {
    Page page = pages.problemOf(request);
    return view(
        request,
        status,
        page.text("problem." + key + ".title"),
        page.text("problem." + key + ".sentence"),
        "",
        status.is4xxClientError() ? typed(request) : List.of());
  }

  private ModelAndView logged(
      Throwable failure, HttpServletRequest request, HttpStatus status, String key) {
    String reference = identifiers.shortCode();
    // the route's pattern, not the address: an address could contain what a person typed
    LOG.error(
        "{} {} failed, reference {}",
        request.getMethod(),
        request.getServletPath().replaceAll("[^A-Za-z0-9/_.-]", "?"),
        reference,
        failure);
    Page page = pages.problemOf(request);
    // whoever only read is not told of what they wrote
    boolean read = key.equals("storage") && method(request).equals("GET");
    return view(
        request,
        status,
        page.text("problem." + key + ".title"),
        page.text(read ? "problem.storage.read" : "problem." + key + ".sentence"),
        reference,
        typed(request));
  }

  private ModelAndView view(
      HttpServletRequest request,
      HttpStatus status,
      String heading,
      String sentence,
      String reference,
      List<ProblemPage.Typed> typed) {
    return view(request, status, heading, sentence, reference, typed, back(request));
  }

  private ModelAndView view(
      HttpServletRequest request,
      HttpStatus status,
      String heading,
      String sentence,
      String reference,
      List<ProblemPage.Typed> typed,
      String back) {
    ModelAndView answer = new ModelAndView("pages/problem", status);
    answer.addObject("page", pages.problemOf(request));
    boolean call = PageAdvice.isOfTips(PageAdvice.path(request));
    answer.addObject("view", new ProblemPage(heading, sentence, reference, back, typed, call));
    return answer;
  }

  /** The page of the object that a rejected form was about. */
  private static String back(HttpServletRequest request) {
    String path = PageAdvice.path(request);
    if (PageAdvice.isOfLetterbox(path)) {
      return PageAdvice.LETTERBOX;
    }
    if (PageAdvice.isOfTips(path)) {
      return TipDoor.PATH;
    }
    if (method(request).equals("GET")) {
      return PUBLIC.stream().filter(at -> path.startsWith(at + "/")).findFirst().orElse("/");
    }
    if (path.startsWith("/account/")) {
      return "/account";
    }
    return path.matches("/[a-z]+/[a-z]+/[0-9a-f-]{36}.*")
        ? path.replaceAll("(/[a-z]+/[a-z]+/[0-9a-f-]{36}).*", "$1")
        : "/";
  }

  /** The container forwards to the error page by GET, whatever the original method was. */
  private static String method(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String sent
        ? sent
        : request.getMethod();
  }

  private List<ProblemPage.Typed> typed(HttpServletRequest request) {
    if (!method(request).equals("POST") || EarlyRejection.of(request).isPresent()) {
      return List.of();
    }
    Map<String, List<String>> sent = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.startsWith("_") && !TypedWords.isSecret(name)) {
                sent.put(name, List.of(values));
              }
            });
    return words.of(PageAdvice.path(request), sent, pages.problemOf(request).texts()).stream()
        .filter(one -> one.readable() && !one.value().isBlank())
        .filter(one -> one.value().length() <= Filled.LONG)
        .limit(SHOWN)
        .map(one -> new ProblemPage.Typed(one.name(), one.said()))
        .toList();
  }
}
