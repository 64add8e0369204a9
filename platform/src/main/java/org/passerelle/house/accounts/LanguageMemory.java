package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.accounts.signin.OwnAccount;
import org.passerelle.house.security.RequestedPage;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stores the chosen language with the user, so that it applies on every device. */
@Configuration
class LanguageMemory implements WebMvcConfigurer, HandlerInterceptor {
  private static final String SWITCH = "/language/";
  private final OwnAccount own;
  private final Languages languages;
  private final RequestedPage way;

  LanguageMemory(OwnAccount own, Languages languages, RequestedPage way) {
    this.own = own;
    this.languages = languages;
    this.way = way;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(SWITCH + "*");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String tag = languages.byTag(request.getRequestURI().substring(SWITCH.length())).tag();
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof SignedInAuthentication signedIn) {
      own.speak(signedIn.getPrincipal(), tag);
    } else if (!LanguageChoice.isBrief(request.getParameter("to"))) {
      way.choose(tag, response);
    }
    return true;
  }
}
