package org.passerelle.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.EarlyRejection;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Handles failures from a handler, or from the container before any handler was found. */
@ControllerAdvice
@Controller
@PublicProcess
class ProblemAdvice implements ErrorController {
  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(Exception.class)
  @Nullable ModelAndView failed(Exception failure, HttpServletRequest request) {
    if (failure instanceof AsyncRequestNotUsableException) {
      // the client has disconnected: there is nobody to answer, and nothing went wrong here
      return null;
    }
    return EarlyRejection.of(request)
        .map(why -> problems.turnedAway(why, request))
        .orElseGet(() -> problems.page(failure, request));
  }

  @RequestMapping("/error")
  @OpenToAll
  ModelAndView container(HttpServletRequest request) {
    Optional<EarlyRejection> why = EarlyRejection.of(request);
    if (why.isPresent()) {
      return problems.turnedAway(why.get(), request);
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      return problems.page(failure, request);
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (Integer.valueOf(HttpStatus.FORBIDDEN.value()).equals(status)) {
      // the only reason for 403: a form without its token, or from another site; a missing role is
      // answered with 404
      return problems.stale(request);
    }
    return problems.status(
        status instanceof Integer code ? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND, request);
  }
}
