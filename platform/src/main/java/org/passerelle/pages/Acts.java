package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.access.SignedIn;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Supplies handlers with their {@link Act}, and deletes the kept input of a form once it was
 * submitted.
 */
@Configuration
@PublicProcess
class Acts implements WebMvcConfigurer, HandlerMethodArgumentResolver, HandlerInterceptor {
  private final OnceOnly once;
  private final KeptForms kept;

  Acts(OnceOnly once, KeptForms kept) {
    this.once = once;
    this.kept = kept;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Act.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new Act(
        Objects.requireNonNull(container).getModel(),
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
        Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)),
        once,
        kept);
  }

  /** A form that redirected was accepted: every accepted form ends that way. */
  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    boolean ledOn = response.getStatus() >= 300 && response.getStatus() < 400;
    if (!ledOn || !request.getMethod().equals("POST")) {
      return; // do not read a rejected request: it may not be a form
    }
    String page = request.getParameter(Act.FORM_PAGE);
    if (page != null && KeptForms.isPath(page)) {
      Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
      if (signedIn != null && signedIn.getPrincipal() instanceof SignedIn who) {
        kept.forget(who, page, request.getRequestURI());
      }
    }
  }
}
