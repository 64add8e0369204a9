package org.passerelle.protect.casework.phone.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.passerelle.audit.AuditLog;
import org.passerelle.gate.EarlyRejection;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.protect.casework.phone.RejectedRecord;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Identifiers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Error responses as problems (RFC 9457) with a code for the phone and a sentence for people. */
@RestControllerAdvice(annotations = PhoneHandler.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PhoneProblems {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneProblems.class);
  private static final String LATER = "10";
  private final Languages languages;
  private final Identifiers identifiers;

  PhoneProblems(Languages languages, Identifiers identifiers) {
    this.languages = languages;
    this.identifiers = identifiers;
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request) {
    if (failure instanceof RejectedRecord refused) {
      return answer(
          HttpStatusCode.valueOf(refused.reason().status()), refused.reason().code(), request);
    }
    if (EarlyRejection.of(request).isPresent()) {
      EarlyRejection why = EarlyRejection.of(request).get();
      return answer(why.status(), why == EarlyRejection.TOO_LARGE ? "too-large" : "busy", request);
    }
    if (failure instanceof IOException) {
      // the connection was lost; the phone will send it again
      return answer(HttpStatus.UNPROCESSABLE_CONTENT, "damaged", request);
    }
    if (failure instanceof NotFound) {
      return answer(HttpStatus.NOT_FOUND, "not-found", request);
    }
    if (failure instanceof MethodArgumentTypeMismatchException
        || (failure instanceof ErrorResponse response
            && response.getStatusCode().is4xxClientError())) {
      return answer(HttpStatus.UNPROCESSABLE_CONTENT, "unreadable", request);
    }
    String reference = identifiers.shortCode();
    LOG.error("A request of a phone failed, reference {}", reference, failure);
    return answer(
        failure instanceof AuditLog.AuditUnavailable
            ? HttpStatus.SERVICE_UNAVAILABLE
            : HttpStatus.INTERNAL_SERVER_ERROR,
        "unavailable",
        request);
  }

  private ResponseEntity<ProblemDetail> answer(
      HttpStatusCode status, String code, HttpServletRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            status,
            languages.texts(LanguageChoice.of(request, languages)).text("phones.problem." + code));
    problem.setProperty("code", code);
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    return status.value() == HttpStatus.TOO_MANY_REQUESTS.value()
        ? answer.header(HttpHeaders.RETRY_AFTER, LATER).body(problem)
        : answer.body(problem);
  }
}
