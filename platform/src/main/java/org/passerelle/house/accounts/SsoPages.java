package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.access.OpenToAll;
import org.passerelle.accounts.signin.Outcome;
import org.passerelle.accounts.signin.SignIn;
import org.passerelle.house.security.SsoSettings;
import org.passerelle.refusal.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by the organisation's identity provider; not there unless it is configured. */
@Controller
@OpenToAll
class SsoPages {
  private static final Logger LOG = LoggerFactory.getLogger(SsoPages.class);
  private static final String BACK = "/sign-in/sso/back";
  private final SsoSettings settings;
  private final SsoProvider provider;
  private final SignIn signIn;
  private final Entrance entrance;
  private final PlatformSettings house;

  SsoPages(
      SsoSettings settings,
      SsoProvider provider,
      SignIn signIn,
      Entrance entrance,
      PlatformSettings house) {
    this.settings = settings;
    this.provider = provider;
    this.signIn = signIn;
    this.entrance = entrance;
    this.house = house;
  }

  @GetMapping("/sign-in/sso")
  String begin(HttpServletRequest request, HttpServletResponse response, Model model) {
    offered();
    try {
      return "redirect:" + provider.begin(back(request), request, response);
    } catch (SsoProvider.Unreachable down) {
      return down(down, response, model);
    }
  }

  @GetMapping(BACK)
  String back(
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String state,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    offered();
    try {
      SsoProvider.Said said = provider.end(back(request), code, state, request, response);
      Outcome outcome = signIn.provided(said.login(), said.factorCounts(), entrance.from(request));
      return outcome instanceof Outcome.Wrong
          ? again("access.sso.unknown", HttpStatus.UNPROCESSABLE_CONTENT, response, model)
          : entrance.onwards(outcome, request, response);
    } catch (SsoProvider.NotAccepted no) {
      return again(
          String.valueOf(no.getMessage()), HttpStatus.UNPROCESSABLE_CONTENT, response, model);
    } catch (SsoProvider.Unreachable down) {
      return down(down, response, model);
    }
  }

  private String down(SsoProvider.Unreachable down, HttpServletResponse response, Model model) {
    LOG.warn("Single sign-on: {}", down.getMessage(), down.getCause());
    return again("access.sso.down", HttpStatus.SERVICE_UNAVAILABLE, response, model);
  }

  private String again(
      String problem, HttpStatus status, HttpServletResponse response, Model model) {
    response.setStatus(status.value());
    model.addAttribute("view", new SignInPages.FirstStep("", problem));
    model.addAttribute("wanted", false);
    model.addAttribute("sso", settings.name());
    model.addAttribute("offered", true);
    return "house/accounts/sign-in";
  }

  private void offered() {
    if (!settings.offered()) {
      throw new NotFound();
    }
  }

  private String back(HttpServletRequest request) {
    String address = house.address();
    String base =
        address == null
            ? request.getRequestURL().toString().replaceAll("(?<=[^/])/sign-in/sso.*", "")
            : address.replaceAll("/+$", "");
    return base + BACK;
  }
}
