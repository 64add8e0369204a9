package org.passerelle.house.approval;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.passerelle.access.OpenToAll;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.OperatorsCommand;
import org.passerelle.pages.Page;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * For {@code passerelle approve}: the operator is the second person where no other user can decide
 * yet. Answers only on this machine, to a caller who can read the data folder.
 */
@RestController
@OpenToAll
class OperatorsApproval {
  private final Approvals approvals;
  private final ApprovalWords words;
  private final Users users;
  private final Languages languages;
  private final OperatorsCommand operator;

  OperatorsApproval(
      Approvals approvals,
      ApprovalWords words,
      Users users,
      Languages languages,
      OperatorsCommand operator) {
    this.words = words;
    this.languages = languages;
    this.approvals = approvals;
    this.users = users;
    this.operator = operator;
  }

  /** One line per request: code, description, requester. */
  @GetMapping(path = "/house/approve", produces = MediaType.TEXT_PLAIN_VALUE)
  String waiting(HttpServletRequest request, @ModelAttribute("page") Page page) {
    operator.check(request);
    return approvals.withoutDecider().stream()
        .map(r -> String.join("\t", r.code(), sentence(r, page), asker(r)))
        .collect(Collectors.joining("\n"));
  }

  /** Approves a request and answers with its description. */
  @GetMapping(path = "/house/approve/{code}", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> approve(
      @PathVariable String code, HttpServletRequest request, @ModelAttribute("page") Page page) {
    operator.check(request);
    try {
      String said =
          approvals.withoutDecider().stream()
              .filter(r -> r.code().equalsIgnoreCase(code))
              .map(r -> sentence(r, page))
              .findFirst()
              .orElseThrow(NotFound::new);
      approvals.approveByOperator(code);
      return ResponseEntity.ok(said);
    } catch (NotFound e) {
      return refused(
          "No request with the code %s awaits the operator. Maybe a user of this node can decide it."
              .formatted(code.replaceAll("[^0-9A-Za-z-]", "")));
    } catch (Refused e) {
      return refused("It can no longer be carried out: something changed since it was requested.");
    }
  }

  private static ResponseEntity<String> refused(String sentence) {
    return ResponseEntity.status(HttpStatus.BAD_REQUEST)
        .contentType(MediaType.TEXT_PLAIN)
        .body(sentence);
  }

  /** The command line is in English. */
  private String sentence(ApprovalRequest request, Page page) {
    return words
        .of(request, page.in(languages.texts(new Language("en"))))
        .sentence()
        .replaceAll("\\s+", " ");
  }

  private String asker(ApprovalRequest request) {
    return users.find(request.askedBy()).map(u -> u.login()).orElse("");
  }
}
