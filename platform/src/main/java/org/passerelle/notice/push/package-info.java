/**
 * Notices on devices, by the Push API of browsers: RFC 8030 (delivery), 8188 and 8291 (encryption)
 * and 8292 (VAPID, who sends).
 */
@NamedInterface("push")
@NullMarked
package org.passerelle.notice.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
