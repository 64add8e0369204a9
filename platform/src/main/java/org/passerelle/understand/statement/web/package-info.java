/** The links on an interview's page, and the forms that create and remove them. */
@NullMarked
package org.passerelle.understand.statement.web;

import org.jspecify.annotations.NullMarked;
