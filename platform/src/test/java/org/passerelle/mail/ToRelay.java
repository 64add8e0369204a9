package org.passerelle.mail;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A relay of a test. */
public final class ToRelay {
  private ToRelay() {}

  /** The one at a port of this machine. */
  public static Relay at(int port) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("localhost");
    sender.setPort(port);
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("sender", sender);
    return new Relay(beans.getBeanProvider(JavaMailSender.class), "house@example.org");
  }
}
