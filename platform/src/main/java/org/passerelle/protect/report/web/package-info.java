/** Pages and files of reports of one's own. */
@NullMarked
package org.passerelle.protect.report.web;

import org.jspecify.annotations.NullMarked;
