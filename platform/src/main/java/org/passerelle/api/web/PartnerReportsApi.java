package org.passerelle.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.Network;
import org.passerelle.language.FileTexts;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.channel.ChannelDoor;
import org.passerelle.prevent.channel.ChannelVisit;
import org.passerelle.prevent.channel.ReportForms;
import org.passerelle.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Reports of partners, with the token of a channel: it is no user's, opens nothing else, and is
 * asked here at each request.
 */
@ApiHandler(PartnerReportsApi.HERE)
@OpenToAll
class PartnerReportsApi {
  static final String HERE = "/api/v1/partner-reports";
  private static final String BEARER = "Bearer ";
  private static final String AUTHORIZATION = "Authorization";

  /** Refusals that are not about what was sent. */
  private static final Map<String, HttpStatus> STATUS =
      Map.of(
          "channel.refused.token", HttpStatus.UNAUTHORIZED,
          "channel.refused.withdrawn", HttpStatus.UNAUTHORIZED,
          "channel.refused.ended", HttpStatus.FORBIDDEN,
          "channel.refused.agreement", HttpStatus.FORBIDDEN,
          "channel.refused.tries", HttpStatus.TOO_MANY_REQUESTS,
          "channel.refused.pace", HttpStatus.TOO_MANY_REQUESTS);

  private final ChannelDoor door;
  private final ApiForms forms;
  private final HttpServletRequest request;

  PartnerReportsApi(ChannelDoor door, ApiForms forms, HttpServletRequest request) {
    this.door = door;
    this.forms = forms;
    this.request = request;
  }

  /** Takes a report, once for each key; it is sealed to the key of the team that reads it. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ChannelDoor.Told> send(
      @RequestBody Map<String, Object> body,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @RequestHeader(name = AUTHORIZATION, defaultValue = "") String authorization) {
    return told(
        () -> {
          ChannelVisit visit = enter(authorization);
          UUID once = ApiForms.key(key);
          UUID id = door.send(visit, once, report(visit, body));
          return ResponseEntity.created(URI.create(HERE + "/" + id)).body(door.told(visit, id));
        });
  }

  /** What became of one of the partner's own reports. */
  @GetMapping("/{id}")
  ResponseEntity<ChannelDoor.Told> read(
      @PathVariable UUID id,
      @RequestHeader(name = AUTHORIZATION, defaultValue = "") String authorization) {
    return told(() -> ResponseEntity.ok(door.told(enter(authorization), id)));
  }

  private ChannelVisit enter(String authorization) {
    String token =
        authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? authorization.substring(BEARER.length()).strip()
            : "";
    if (token.isEmpty()) {
      throw new Refused("channel.refused.token");
    }
    return door.enter(token, Network.of(request.getRemoteAddr()));
  }

  private <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refused refused) {
      HttpStatus status = STATUS.get(refused.key());
      if (status == null) {
        throw refused;
      }
      FileTexts texts = forms.texts("channel");
      ErrorResponseException problem =
          new ErrorResponseException(
              status,
              ProblemDetail.forStatusAndDetail(
                  status, texts.text(refused.key(), refused.arguments())),
              refused);
      if (status == HttpStatus.UNAUTHORIZED) {
        problem.getHeaders().set("WWW-Authenticate", "Bearer realm=\"Passerelle\"");
      }
      throw problem;
    }
  }

  /** The schema is closed: what a report does not know is refused by its name. */
  private ReportForms.Report report(ChannelVisit visit, Map<String, Object> body) {
    FileTexts texts = forms.texts("channel");
    String kind = String.valueOf(body.get(ReportForms.FORM));
    List<String> offered = ReportForms.of(visit.sector());
    if (!offered.contains(kind)) {
      throw new ApiProblems.BadRequest(
          List.of(
              new ApiProblems.FieldError(
                  ReportForms.FORM, texts.text("channel.error.form", String.join(", ", offered)))));
    }
    List<ApiProblems.FieldError> errors = new ArrayList<>();
    Set<String> known = ReportForms.names(kind);
    body.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            errors.add(new ApiProblems.FieldError(cut(name), texts.text("channel.error.unknown")));
          } else if (!isOfItsType(name, value)) {
            errors.add(new ApiProblems.FieldError(name, texts.text("channel.error.type")));
          }
        });
    if (!errors.isEmpty()) {
      throw new ApiProblems.BadRequest(errors);
    }
    Filled filled = forms.filled(body);
    ReportForms.@Nullable Report report =
        ReportForms.read(filled, visit.sector(), forms.today()).orElse(null);
    forms.check(filled);
    if (report == null) {
      throw new IllegalStateException("A report of %s has no error.".formatted(visit.sector()));
    }
    return report;
  }

  private static boolean isOfItsType(String name, @Nullable Object value) {
    return name.equals(ReportForms.ONWARD) ? value instanceof Boolean : value instanceof String;
  }

  /** A name is answered as it was sent, unless it is no name at all. */
  private static String cut(String name) {
    int longest = 60;
    return name.length() > longest ? name.substring(0, longest) : name;
  }
}
