package org.passerelle.house.work;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.passerelle.work.PageLoad;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Measures the time spent on answers, so that background work gives way to people who wait. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageLoadFilter extends OncePerRequestFilter {
  private final PageLoad load;

  PageLoadFilter(PageLoad load) {
    this.load = load;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long began = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      load.answered(System.nanoTime() - began);
    }
  }
}
