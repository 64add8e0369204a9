/** The programme manager's first page. */
@NullMarked
package org.passerelle.steer.home.web;

import org.jspecify.annotations.NullMarked;
