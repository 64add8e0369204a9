/** Pages and files of user-defined reports. */
@NullMarked
package org.passerelle.protect.safeguards.report.web;

import org.jspecify.annotations.NullMarked;
