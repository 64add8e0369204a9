/** What is due, on the first page. */
@NullMarked
package org.passerelle.protect.casework.due.web;

import org.jspecify.annotations.NullMarked;
