package org.passerelle.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers errors as problem details (RFC 9457) in the requested language. */
@RestControllerAdvice(basePackages = "org.passerelle.api.web", annotations = ApiHandler.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {
  private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
  private final Languages languages;
  private final Identifiers identifiers;

  ApiProblems(Languages languages, Identifiers identifiers) {
    this.languages = languages;
    this.identifiers = identifiers;
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request) {
    if (failure instanceof NotFound || failure instanceof MethodArgumentTypeMismatchException) {
      return answer(HttpStatus.NOT_FOUND, "There is no such thing for this token.");
    }
    if (failure instanceof BadRequest bad) {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, bad.getMessage());
      problem.setProperty("errors", bad.errors());
      return answer(problem);
    }
    if (failure instanceof Refused refused) {
      return answer(HttpStatus.CONFLICT, sentence(refused, request));
    }
    if (failure instanceof Vault.KeyDestroyed) {
      return answer(HttpStatus.GONE, "This was erased and can no longer be read by anyone.");
    }
    if (failure instanceof AuditLog.AuditUnavailable) {
      return logged(failure, HttpStatus.SERVICE_UNAVAILABLE);
    }
    if (failure instanceof HttpMessageNotReadableException) {
      return answer(HttpStatus.BAD_REQUEST, "The body is not the expected JSON.");
    }
    if (failure instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
      return ResponseEntity.status(response.getStatusCode())
          .headers(response.getHeaders())
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(response.getBody());
    }
    return logged(failure, HttpStatus.INTERNAL_SERVER_ERROR);
  }

  private String sentence(Refused refused, HttpServletRequest request) {
    String part = refused.key().substring(0, refused.key().indexOf('.'));
    return FileTexts.of(LanguageChoice.of(request, languages), part)
        .text(refused.key(), refused.arguments());
  }

  private ResponseEntity<ProblemDetail> logged(Exception failure, HttpStatus status) {
    String reference = identifiers.shortCode();
    LOG.error("A request to the API failed, reference {}", reference, failure);
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status, "This did not work; nothing was changed.");
    problem.setInstance(URI.create("urn:passerelle:reference:" + reference));
    return answer(problem);
  }

  private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail) {
    return answer(ProblemDetail.forStatusAndDetail(status, detail));
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /** A body with invalid fields; each is named. */
  static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<FieldError> errors;

    BadRequest(List<FieldError> errors) {
      super("Some fields are invalid; nothing was stored.");
      this.errors = List.copyOf(errors);
    }

    List<FieldError> errors() {
      return errors;
    }
  }

  /**
   * An invalid field.
   *
   * @param field its name in the body
   */
  record FieldError(String field, String problem) {}
}
