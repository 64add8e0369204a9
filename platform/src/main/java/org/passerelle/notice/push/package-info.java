/**
 * Notices on devices, by the browsers' Push API: RFC 8030 (delivery), 8188 and 8291 (encryption)
 * and 8292 (VAPID, sender identification).
 */
@NamedInterface("push")
@NullMarked
package org.passerelle.notice.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
